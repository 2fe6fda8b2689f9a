/** Taro's own declarations lean on packages that are not installed; this is what the host uses of them. */
declare module '@tarojs/taro-h5/dist/api/ui/interaction/index.js' {
  interface Ok {
    errMsg: string
  }
  export function showToast(options: object): Promise<Ok>
  export function hideToast(options: object): Promise<Ok>
  export function showLoading(options: object): Promise<Ok>
  export function hideLoading(options: object): Promise<Ok>
  export function showModal(options: object): Promise<Ok & { confirm: boolean; cancel: boolean }>
  export function showActionSheet(options: object): Promise<Ok & { tapIndex: number }>
}

declare module '@tarojs/taro-h5/dist/api/ui/animation/index.js' {
  export function createAnimation(options?: object): unknown
}
