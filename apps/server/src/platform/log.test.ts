import { describe, expect, it } from 'vitest';
import { makeLog } from './log.ts';

describe('the log', () => {
  function written(write: (log: ReturnType<typeof makeLog>) => void): string {
    let lines = '';
    write(makeLog('info', { write: (line) => void (lines += line) }));
    return lines;
  }

  it('takes secrets out, also two levels down', () => {
    const secret = 'heron-over-the-harbour';
    const secrets = {
      password: secret,
      new_password: secret,
      token: secret,
      refresh_token: secret,
      authorization: `Bearer ${secret}`,
      cookie: `kw_refresh=${secret}`,
    };
    const lines = written((log) => {
      log.info(secrets, 'sent');
      log.info({ body: secrets, req: { headers: secrets } }, 'sent deeper');
    });
    expect(lines).not.toContain(secret);
    expect(lines.match(/\[hidden\]/g)?.length).toBeGreaterThan(10);
  });

  it('is one line of JSON for each entry, whatever is written', () => {
    const forged = 'a\n{"level":50,"msg":"forged"}\r\n\u2028\u001b[31m';
    const lines = written((log) => log.info({ agent: forged }, forged));
    expect(lines.trimEnd().split(/[\n\r]/)).toHaveLength(1);
    expect(JSON.parse(lines)).toMatchObject({ agent: forged, msg: forged });
  });
});
