using System.Collections.Concurrent;

namespace Gatehouse.AspNetCore.Protection;

/// <summary>
/// A bounded cache in two generations: when the young one is full it becomes the old one and the old one is dropped, so what is in use
/// survives and nothing has to be counted or swept.
/// </summary>
internal sealed class GenerationalCache<TKey, TValue>(int size)
    where TKey : notnull
    where TValue : class
{
    private volatile ConcurrentDictionary<TKey, TValue> young = new();
    private volatile ConcurrentDictionary<TKey, TValue> old = new();
    private int added;

    public TValue? Find(TKey key)
    {
        if (young.TryGetValue(key, out var value))
        {
            return value;
        }

        if (!old.TryGetValue(key, out value))
        {
            return null;
        }

        Add(key, value);
        return value;
    }

    public void Add(TKey key, TValue value)
    {
        young[key] = value;
        if (Interlocked.Increment(ref added) >= size)
        {
            Interlocked.Exchange(ref added, 0);
            old = young;
            young = new ConcurrentDictionary<TKey, TValue>();
        }
    }
}
