import { type CallBudget } from '../kernel/context'
import { type CallOptions, oneNetwork } from './client'
import { type DownloadTarget, type LocalFile, type ReceivedFile } from './file-transport'
import { type DownloadKey, type JsonKey, type UploadKey } from './functions'
import { type Body, type Data, type Loose, type Parts } from './wire'

/** Does something with a user token that the provider accepts. */
export type WithUserToken = <T>(use: (userToken: string) => Promise<T>) => Promise<T>
type UserCallOptions = Omit<CallOptions, 'userToken'>

/** The provider, asked as one logged-in user: her token, and the time that there is, stay in here. As OneNetworkClient. */
export class UserSession {
  constructor(
    private readonly withUserToken: WithUserToken,
    private readonly budget: CallBudget,
  ) {}

  get signMethod() {
    return oneNetwork().signMethod
  }

  call<K extends JsonKey>(key: K, body: Body<K>, options: UserCallOptions = {}): Promise<Loose<Data<K>>> {
    return this.withUserToken((userToken) => oneNetwork().call(key, body, this.budget, { ...options, userToken }))
  }

  upload<K extends UploadKey>(
    key: K,
    parts: Omit<Parts<K>, 'fileName' | 'fileSize' | 'digest'>,
    file: LocalFile,
  ): Promise<Loose<Data<K>>> {
    return this.withUserToken((userToken) => oneNetwork().upload(key, parts, file, this.budget, { userToken }))
  }

  download<K extends DownloadKey>(
    key: K,
    body: Body<K>,
    target: Pick<DownloadTarget, 'path' | 'maxBytes'>,
    options: UserCallOptions = {},
  ): Promise<ReceivedFile> {
    const ask = (userToken: string) => oneNetwork().download(key, body, target, this.budget, { ...options, userToken })
    return this.withUserToken(ask)
  }
}
