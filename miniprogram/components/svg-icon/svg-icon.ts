/**
 * One of the icons of icon-names.ts, in the colour of the text around it. It is a picture of what a word beside it says:
 * a screen reader leaves it out. Sizes: small, normal, large (--icon-small, --icon, --icon-large).
 */
Component({
  properties: {
    name: { type: String, value: '' },
    size: { type: String, value: 'normal' },
  },
})
