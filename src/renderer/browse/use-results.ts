import { useCallback, useEffect, useState } from 'react';
import type { SearchQuery, SearchResult } from '../../contracts/catalogue.ts';
import type { Failure } from '../../contracts/result.ts';
import { callKiosk } from '../shared/bridge.ts';

const pageSize = 24;
/** Rows kept in the page at most: beyond it a narrower filter serves better than more scrolling. */
const mostShown = 240;

export interface Results {
  readonly result: SearchResult | null;
  readonly failure: Failure | null;
  readonly more: (() => void) | null;
  readonly again: () => void;
}

/** Search results, a page at a time. */
export function useResults(query: SearchQuery): Results {
  const [result, setResult] = useState<SearchResult | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const key = JSON.stringify(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is compared by value, attempt asks again
  useEffect(() => {
    let current = true;
    void callKiosk('catalogue.search', { ...query, limit: pageSize, offset: 0 }).then((answer) => {
      if (!current) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setResult(answer.value);
    });
    return () => {
      current = false;
    };
  }, [key, attempt]);

  const shown = result?.items.length ?? 0;
  const loadMore = async (): Promise<void> => {
    const answer = await callKiosk('catalogue.search', { ...query, limit: pageSize, offset: shown });
    if (!answer.ok) return setFailure(answer.failure);
    setResult((before) =>
      before && before.items.length === shown
        ? { ...before, items: [...before.items, ...answer.value.items] }
        : before,
    );
  };
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const hasMore = result !== null && shown < Math.min(result.total, mostShown);
  return { result, failure, again, more: hasMore ? () => void loadMore() : null };
}
