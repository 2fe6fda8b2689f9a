declare module 'tdesign-miniprogram/toast/index' {
  /** Shows a toast through the t-toast that the selector finds. */
  export default function Toast(options: { context: object; selector: string; message: string }): void
}
