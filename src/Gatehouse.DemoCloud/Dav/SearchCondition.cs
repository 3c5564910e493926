using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Dav;

/// <summary>RFC 5323 §5.4: the where clause as a question to a node.</summary>
internal sealed class SearchCondition
{
    private readonly FileTree tree;

    private SearchCondition(FileTree tree) => this.tree = tree;

    /// <summary>Set when a property cannot be searched for.</summary>
    public bool HasUnknownProperty { get; private set; }

    /// <summary>Set when an operator is none.</summary>
    public bool HasUnknownOperator { get; private set; }

    public Func<FileNode, bool> Test { get; private set; } = _ => true;

    public static SearchCondition Parse(XElement? where, FileTree tree)
    {
        var condition = new SearchCondition(tree);
        if (where?.Elements().FirstOrDefault() is { } first)
        {
            condition.Test = condition.Of(first);
        }

        return condition;
    }

    private Func<FileNode, bool> Of(XElement test)
    {
        var parts = test.Elements()
            .Where(part => part.Name != DavNames.D + "prop" && part.Name != DavNames.D + "literal")
            .Select(Of)
            .ToList();
        switch (test.Name.Namespace == DavNames.D ? test.Name.LocalName : "")
        {
            case "and":
                return node => parts.TrueForAll(part => part(node));
            case "or":
                return node => parts.Exists(part => part(node));
            case "not":
                return node => !parts.Exists(part => part(node));
            case "is-collection":
                return node => node.IsFolder;
            case "like":
                return Like(test);
            case "eq":
                return Compare(test, result => result == 0);
            case "gt":
                return Compare(test, result => result > 0);
            case "gte":
                return Compare(test, result => result >= 0);
            case "lt":
                return Compare(test, result => result < 0);
            case "lte":
                return Compare(test, result => result <= 0);
            default:
                HasUnknownOperator = true;
                return _ => false;
        }
    }

    private Func<FileNode, bool> Like(XElement test)
    {
        var pattern = Regex
            .Escape(Literal(test))
            .Replace("%", ".*", StringComparison.Ordinal)
            .Replace("_", ".", StringComparison.Ordinal);
        var regex = new Regex(
            $"^{pattern}$",
            RegexOptions.IgnoreCase
                | RegexOptions.Singleline
                | RegexOptions.NonBacktracking
                | RegexOptions.CultureInvariant
        );
        var property = Property(test);
        return node => regex.IsMatch(Convert.ToString(property(node), CultureInfo.InvariantCulture) ?? "");
    }

    private Func<FileNode, bool> Compare(XElement test, Func<int, bool> holds)
    {
        var property = Property(test);
        var literal = Literal(test);
        return node =>
            property(node) switch
            {
                long number => Number(literal) is { } asked && holds(number.CompareTo(asked)),
                string text => holds(string.Compare(text, literal, StringComparison.OrdinalIgnoreCase)),
                _ => false,
            };
    }

    private Func<FileNode, object?> Property(XElement test)
    {
        var name = test.Element(DavNames.D + "prop")?.Elements().FirstOrDefault()?.Name;
        var found = Value(name);
        HasUnknownProperty |= found is null;
        return found ?? (_ => null);
    }

    /// <summary>How a property reads for comparing and ordering; null when there is no such.</summary>
    public Func<FileNode, object?>? Value(XName? name) =>
        name switch
        {
            null => null,
            _ when name == DavNames.D + "displayname" => node => node.Path.Name,
            _ when name == DavNames.D + "getcontenttype" => node =>
                node.IsFolder ? "httpd/unix-directory" : node.ContentType,
            _ when name == DavNames.D + "getlastmodified" => node => node.Modified,
            _ when name == DavNames.Oc + "size" => node => tree.SizeOf(node),
            _ when name == DavNames.Oc + "fileid" => node => node.Id,
            _ when name == DavNames.Oc + "favorite" => node => node.Favorite ? 1L : 0L,
            _ when name == DavNames.Nc + "upload_time" => node => node.Uploaded,
            _ => null,
        };

    private static long? Number(string literal) =>
        long.TryParse(literal, CultureInfo.InvariantCulture, out var number) ? number
        : DateTimeOffset.TryParse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToUnixTimeSeconds()
        : literal is "true" ? 1
        : literal is "false" ? 0
        : null;

    private static string Literal(XElement test) => test.Element(DavNames.D + "literal")?.Value ?? "";
}
