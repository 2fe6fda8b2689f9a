/**
 * The city's telephone for everything about government services: 天津市政务服务便民热线管理办法 (市人民政府令第39号, in force
 * since 2025-01-01) 第二条. It stands in while nobody has told the window's own number.
 */
export const HOTLINE = '12345'
