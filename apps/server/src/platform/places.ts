/** Where an address is, as far as a list on disk tells. Nothing of it is kept: it is looked up when it is shown. */
import { z } from 'zod';

export type Place = {
  readonly city: string | null;
  readonly country: string | null;
  /** Two letters, such as NZ. */
  readonly country_code: string | null;
};

/** Reached through `ground.places`; what stands behind it is chosen by GEOIP_DATABASE. Without one nothing is anywhere. */
export type Places = { find(address: string | null | undefined): Place | undefined };

export const placeSchema = z
  .object({
    city: z.string().nullable(),
    country: z.string().nullable(),
    country_code: z.string().nullable(),
  })
  .meta({ id: 'Place' });

/** An address as letters say it: with its city and country in brackets, where they are known. */
export function addressWithPlace(places: Places, address: string): string {
  const place = places.find(address);
  const words = [place?.city, place?.country].filter(Boolean).join(', ');
  return words === '' ? address : `${address} (${words})`;
}
