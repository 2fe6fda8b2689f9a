/**
 * How far below the table's top its open row stands, in CSS px; null when none is drawn. Both are asked for at once: a
 * component does not know where the page has been scrolled to.
 */
export function openRowOffset(component: WechatMiniprogram.Component.TrivialInstance): Promise<number | null> {
  return new Promise((resolve) => {
    const query = wx.createSelectorQuery().in(component)
    query.select('.table').boundingClientRect()
    query.select('.row_open').boundingClientRect()
    query.exec(([table, row]: readonly ({ top: number } | null)[]) =>
      resolve(table && row ? row.top - table.top : null),
    )
  })
}
