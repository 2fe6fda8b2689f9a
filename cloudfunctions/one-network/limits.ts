/** Limits of the provider (contract chapter 11), in bytes. */

/** 单个文件不超过 10 MiB; a material may name a smaller limit. */
export const LARGEST_FILE = 10 * 1024 * 1024
/** 压缩包不超过 200 MiB. */
export const LARGEST_ARCHIVE = 200 * 1024 * 1024
