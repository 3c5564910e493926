namespace Gatehouse.AspNetCore.Memory;

/// <summary>What <see cref="Dictionary{TKey,TValue}"/> lacks.</summary>
internal static class DictionaryExtensions
{
    /// <summary>Removes the values that match.</summary>
    /// <returns>The removed values.</returns>
    public static IReadOnlyList<TValue> RemoveWhere<TKey, TValue>(
        this Dictionary<TKey, TValue> dictionary,
        Func<TValue, bool> match
    )
        where TKey : notnull
    {
        var matching = dictionary.Where(entry => match(entry.Value)).ToList();
        foreach (var (key, _) in matching)
        {
            dictionary.Remove(key);
        }

        return [.. matching.Select(entry => entry.Value)];
    }
}
