/** Who receives what is filed here, as printed documents name it. */
export const OFFICE = '天津高新区政务服务办公室'
