using System.Globalization;
using System.Xml.Linq;
using Gatehouse.DemoCloud.Dav;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Comments;

/// <summary>A comment as WebDAV tells it to somebody.</summary>
internal sealed class CommentProperties(PersonDirectory people)
{
    public XElement Response(string href, Comment comment, CommentsState state, Person me, bool isReport)
    {
        // A report leaves some out.
        string[] more = isReport ? [] : ["referenceId", "metaData", "reactions", "expireDate"];
        XElement[] head = isReport ? [] : [DavXml.Empty(DavNames.ResourceType)];
        return DavXml.Response(
            href,
            [
                .. head,
                Of("id", comment.Id),
                Of("parentId", 0),
                Of("topmostParentId", 0),
                Of("childrenCount", 0),
                Of("message", comment.Message),
                Of("verb", "comment"),
                Of("actorType", "users"),
                Of("actorId", comment.Author),
                Of("creationDateTime", TimeOf(comment.Created)),
                Of("latestChildDateTime", null),
                Of("objectType", "files"),
                Of("objectId", comment.FileId),
                .. more.Select(name => Of(name, null)),
                Of("actorDisplayName", people.Find(comment.Author)?.Account.DisplayName ?? comment.Author),
                Of("mentions", Mentions.Of(comment.Message, people).Select(Mention)),
                Of("isUnread", state.IsUnread(comment, me.Id) ? "true" : "false"),
            ],
            []
        );
    }

    public static string TimeOf(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private static XElement Of(string name, object? content) => new(DavNames.Oc + name, content);

    private static XElement Mention(Person person) =>
        Of(
            "mention",
            new[]
            {
                Of("mentionType", "user"),
                Of("mentionId", person.Id),
                Of("mentionDisplayName", person.Account.DisplayName),
            }
        );
}
