import type { Material } from '../../../shared/domain/matter'

/** A way to add a file to a material. */
export interface Way {
  readonly source: 'camera' | 'album' | 'chat' | 'earlier'
  readonly icon: string
  readonly title: string
  readonly note: string
}

const FILMABLE = /^(jpe?g|png|mp4)$/

/** The ways that lead to a file which the material takes: no camera where only documents are taken. */
export function waysFor({ fileTypes }: Material): readonly Way[] {
  const isFilmable = fileTypes.length === 0 || fileTypes.some((type) => FILMABLE.test(type))
  const papers = fileTypes.filter((type) => !FILMABLE.test(type))
  const photos: readonly Way[] = [
    { source: 'camera', icon: 'camera', title: '拍照', note: '对准四角，光线亮一些' },
    { source: 'album', icon: 'image', title: '从相册选', note: '一次可以选几张' },
  ]
  const note = papers.includes('pdf') ? 'PDF 请用这个' : '先把文件发到微信聊天里'
  return [
    ...(isFilmable ? photos : []),
    { source: 'chat', icon: 'chat', title: '从聊天文件选', note },
    { source: 'earlier', icon: 'history', title: '用以前传过的', note: '以前办件时交过的文件，不用重新传' },
  ]
}
