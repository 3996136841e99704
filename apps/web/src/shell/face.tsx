import { useQuery } from '@tanstack/react-query';
import { api, got } from '../api/client.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cx } from '../ui/cx.ts';

type FaceProps = {
  person: { readonly id: string; readonly name: string; readonly photo?: string | null | undefined };
  huge?: boolean;
};

/** How a person looks to others of the household: their photo as soon as it is there, until then the initial. */
export function Face({ person: { id, name, photo }, huge = false }: FaceProps) {
  const { data } = useQuery({
    // Another photo has another name: what was fetched once is good for as long as somebody looks.
    queryKey: ['photo', id, photo],
    queryFn: () => fetchPhoto(id),
    enabled: Boolean(photo),
    staleTime: Infinity,
    retry: false,
  });
  const size = huge && 'size-24! text-2xl!';
  if (!photo || data === undefined) return <Avatar person={{ id, name }} className={cx(size)} />;
  return <img src={data} alt="" className={cx('size-8 shrink-0 rounded-full object-cover', size)} />;
}

/**
 * As an address that holds the picture itself: it is forgotten with everything else that was asked for when somebody else
 * signs in, which an address of the browser's own (`blob:`) would outlive.
 */
async function fetchPhoto(id: string): Promise<string> {
  const at = { params: { path: { id } }, parseAs: 'blob' as const };
  const picture = (await got(api.GET('/users/{id}/photo/', at))) as unknown as Blob;
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(picture);
  });
}
