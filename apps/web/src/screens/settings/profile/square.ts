/** The side of what is sent: more than is shown anywhere, and little to send. */
const SIDE = 512;

/**
 * The middle of a picture as a square, made on the device: it is small to send, and the place where it was taken does not
 * leave the device. Undefined where the browser cannot read the picture.
 */
export async function squareOf(picture: Blob): Promise<File | undefined> {
  const image = await createImageBitmap(picture).catch(() => undefined);
  if (!image) return undefined;
  const { x, y, side } = middleOf(image);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(side, SIDE);
  canvas.getContext('2d')?.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height);
  image.close();
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob ? new File([blob], 'photo.png', { type: blob.type }) : undefined;
}

/** The largest square in the middle. */
export function middleOf({ width, height }: { width: number; height: number }) {
  const side = Math.min(width, height);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side };
}
