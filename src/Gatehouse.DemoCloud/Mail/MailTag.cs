using System.Text.Json.Nodes;

namespace Gatehouse.DemoCloud.Mail;

/// <summary>A tag of a person's messages.</summary>
internal sealed record MailTag(long Id, string Person, string Name, string Color)
{
    public string Label => LabelOf(Name);

    public static string LabelOf(string name) => "$" + name.ToLowerInvariant().Replace(' ', '_');

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["userId"] = Person,
            ["displayName"] = Name,
            ["imapLabel"] = Label,
            ["color"] = Color,
            ["isDefaultTag"] = false,
        };
}
