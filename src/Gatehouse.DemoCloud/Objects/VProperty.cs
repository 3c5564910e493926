namespace Gatehouse.DemoCloud.Objects;

/// <summary>One unfolded line of an iCalendar or vCard object: <c>group.NAME;PARAM=value:value</c>. The value is raw.</summary>
internal sealed record VProperty(string Name, IReadOnlyList<KeyValuePair<string, string>> Parameters, string Value)
{
    public string? Group { get; init; }

    public static VProperty Of(string name, string value) => new(name, [], value);

    public static VProperty? Parse(string line)
    {
        var colon = Find(line, ':', 0);
        if (colon <= 0)
        {
            return null;
        }

        var head = line[..colon];
        var semicolon = Find(head, ';', 0);
        var name = semicolon < 0 ? head : head[..semicolon];
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return new VProperty(
            name[(dot + 1)..].ToUpperInvariant(),
            semicolon < 0 ? [] : [.. ParametersOf(head[(semicolon + 1)..])],
            line[(colon + 1)..]
        )
        {
            Group = dot < 0 ? null : name[..dot],
        };
    }

    public string? Parameter(string name) =>
        Parameters
            .Where(parameter => parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(parameter => parameter.Value)
            .FirstOrDefault();

    public VProperty Without(string parameter) =>
        this with
        {
            Parameters = [.. Parameters.Where(one => !one.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase))],
        };

    /// <summary>Sets a parameter in its place, or adds it at the end.</summary>
    public VProperty With(string parameter, string value) =>
        Parameter(parameter) is null
            ? this with
            {
                Parameters = [.. Parameters, new(parameter, value)],
            }
            : this with
            {
                Parameters =
                [
                    .. Parameters.Select(one =>
                        one.Key.Equals(parameter, StringComparison.OrdinalIgnoreCase) ? new(one.Key, value) : one
                    ),
                ],
            };

    public override string ToString() =>
        $"{(Group is null ? "" : Group + ".")}{Name}{string.Concat(Parameters.Select(one => $";{one.Key}={one.Value}"))}:{Value}";

    private static IEnumerable<KeyValuePair<string, string>> ParametersOf(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = Find(text, ';', start);
            end = end < 0 ? text.Length : end;
            var pair = text[start..end].Split('=', 2);
            yield return new(pair[0].ToUpperInvariant(), pair.Length > 1 ? pair[1] : "");
            start = end + 1;
        }
    }

    /// <summary>The next such character outside of quotes.</summary>
    private static int Find(string text, char wanted, int from)
    {
        var isQuoted = false;
        for (var i = from; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"';
            if (text[i] == wanted && !isQuoted)
            {
                return i;
            }
        }

        return -1;
    }
}
