namespace Gatehouse.DemoCloud.Files;

/// <summary>A place inside one home: names joined by <c>/</c>, without leading or trailing slash; empty is the home itself.</summary>
internal readonly record struct FilePath
{
    private readonly string? value;

    private FilePath(string value) => this.value = value;

    public static FilePath Root => default;

    public string Value => value ?? "";

    public bool IsRoot => Value.Length == 0;

    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    public FilePath Parent => new(Value[..Math.Max(Value.LastIndexOf('/'), 0)]);

    public IEnumerable<FilePath> Ancestors
    {
        get
        {
            for (var path = this; !path.IsRoot; )
            {
                path = path.Parent;
                yield return path;
            }
        }
    }

    /// <summary>Slashes around and doubled are dropped; <c>.</c> and <c>..</c> were resolved by the HTTP server, a leftover is no path.</summary>
    public static bool TryParse(string text, out FilePath path)
    {
        var names = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        path = new FilePath(string.Join('/', names));
        return !names.Any(name => name is "." or "..");
    }

    public static FilePath Parse(string text) =>
        TryParse(text, out var path) ? path : throw new FormatException($"'{text}' leaves its folder.");

    /// <summary>The first of <c>plan.md</c>, <c>plan (2).md</c>, … in a folder that is not taken.</summary>
    public static FilePath Free(FilePath folder, string name, Predicate<FilePath> isTaken)
    {
        var (stem, ending) = (System.IO.Path.GetFileNameWithoutExtension(name), System.IO.Path.GetExtension(name));
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => $"{stem} ({number}){ending}")
            .Prepend(name)
            .Select(folder.Child)
            .First(path => !isTaken(path));
    }

    public FilePath Child(string name) => new(IsRoot ? name : $"{Value}/{name}");

    public bool IsUnder(FilePath folder) =>
        folder.IsRoot
            ? !IsRoot
            : Value.Length > folder.Value.Length
                && Value[folder.Value.Length] == '/'
                && Value.StartsWith(folder.Value, StringComparison.Ordinal);

    public FilePath Rebase(FilePath from, FilePath to) =>
        this == from ? to : new($"{to.Value}/{Value[(from.IsRoot ? 0 : from.Value.Length + 1)..]}".TrimStart('/'));

    public override string ToString() => "/" + Value;
}
