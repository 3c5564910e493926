using System.Text.Json.Nodes;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Deck;

/// <summary>Writes things as the real one does; which members are null differs from route to route there.</summary>
internal sealed class DeckWriter(DeckState state, PersonDirectory people)
{
    public JsonObject Board(Person me, DeckBoard board, BoardDetail detail = BoardDetail.Full)
    {
        var isFull = detail == BoardDetail.Full;
        var labels = detail == BoardDetail.New || isFull || detail == BoardDetail.Listed;
        var json = new JsonObject
        {
            ["id"] = board.Id,
            ["title"] = board.Title,
            ["owner"] = User(board.Owner),
            ["color"] = board.Color,
            ["archived"] = board.Archived,
            ["labels"] = labels ? Labels(board, detail == BoardDetail.New) : new JsonArray(),
            ["acl"] = new JsonArray([
                .. state.Members.Where(member => member.BoardId == board.Id).Select(JsonNode (m) => Member(m)),
            ]),
            ["permissions"] = new JsonObject
            {
                ["PERMISSION_READ"] = true,
                ["PERMISSION_EDIT"] = state.MayEdit(me, board),
                ["PERMISSION_MANAGE"] = state.MayManage(me, board),
                ["PERMISSION_SHARE"] = state.May(me, board, member => member.Share),
            },
            ["users"] = isFull || detail == BoardDetail.Listed ? Users(board) : new JsonArray(),
        };
        if (detail is BoardDetail.Short or BoardDetail.Listed)
        {
            json["shared"] = board.Owner == me.Id ? 0 : 1;
        }

        json["stacks"] =
            isFull || detail == BoardDetail.Listed
                ? new JsonArray([
                    .. state
                        .Stacks.Where(stack => stack.BoardId == board.Id && stack.DeletedAt == 0)
                        .Select(JsonNode (stack) => Stack(stack, cards: [])),
                ])
                : new JsonArray();
        json["activeSessions"] = new JsonArray();
        json["deletedAt"] = board.DeletedAt;
        json["lastModified"] = detail == BoardDetail.New ? 0 : board.LastModified;
        json["settings"] =
            isFull || detail == BoardDetail.Listed
                ? new JsonObject { ["notify-due"] = "assigned", ["calendar"] = true }
                : new JsonArray();
        json["ETag"] = DeckDoor.ETagOf(board.LastModified);
        return json;
    }

    public JsonObject Stack(DeckStack stack, IReadOnlyList<DeckCard> cards)
    {
        var json = new JsonObject
        {
            ["id"] = stack.Id,
            ["title"] = stack.Title,
            ["boardId"] = stack.BoardId,
            ["deletedAt"] = stack.DeletedAt,
            ["lastModified"] = stack.LastModified,
        };
        if (cards.Count > 0)
        {
            json["cards"] = new JsonArray([.. cards.Select(JsonNode (card) => Card(card))]);
        }

        json["order"] = stack.Order;
        json["ETag"] = DeckDoor.ETagOf(stack.LastModified);
        return json;
    }

    public static JsonObject Label(DeckLabel label, bool isNew = false, long? card = null) =>
        new()
        {
            ["id"] = label.Id,
            ["title"] = label.Title,
            ["color"] = label.Color,
            ["boardId"] = label.BoardId,
            ["cardId"] = card,
            ["lastModified"] = isNew ? null : label.LastModified,
            ["ETag"] = DeckDoor.ETagOf(isNew ? null : label.LastModified),
        };

    public JsonObject Card(DeckCard card, bool isRead = false) =>
        new()
        {
            ["id"] = card.Id,
            ["title"] = card.Title,
            ["description"] = card.Description,
            ["stackId"] = card.StackId,
            ["type"] = card.Type,
            ["lastModified"] = card.LastModified,
            ["lastEditor"] = card.LastEditor,
            ["createdAt"] = card.CreatedAt,
            ["labels"] = CardLabels(card),
            ["assignedUsers"] = new JsonArray([.. card.Users.Select(JsonNode (user) => Assignment(card, user))]),
            ["attachments"] = isRead ? new JsonArray() : null,
            ["attachmentCount"] = state.Attached.GetValueOrDefault(card.Id),
            ["owner"] = User(card.Owner),
            ["order"] = card.Order,
            ["archived"] = card.Archived,
            ["done"] = card.Done,
            ["duedate"] = card.Duedate,
            ["deletedAt"] = card.DeletedAt,
            ["commentsUnread"] = 0,
            ["commentsCount"] = state.Comments.Count(comment => comment.CardId == card.Id),
            ["ETag"] = DeckDoor.ETagOf(card.LastModified),
            ["overdue"] = 0,
            ["referenceData"] = null,
        };

    /// <summary>As archiving, deleting and reordering answer.</summary>
    public JsonObject Bare(DeckCard card, bool isReordered = false) =>
        new()
        {
            ["id"] = card.Id,
            ["title"] = card.Title,
            ["description"] = card.Description,
            ["descriptionPrev"] = card.DescriptionPrev,
            ["stackId"] = card.StackId,
            ["type"] = card.Type,
            ["lastModified"] = card.LastModified,
            ["lastEditor"] = card.LastEditor,
            ["createdAt"] = card.CreatedAt,
            ["labels"] = isReordered ? null : CardLabels(card),
            ["assignedUsers"] = null,
            ["attachments"] = null,
            ["attachmentCount"] = null,
            ["owner"] = isReordered ? JsonValue.Create(card.Owner) : User(card.Owner),
            ["order"] = card.Order,
            ["archived"] = card.Archived,
            ["done"] = card.Done,
            ["duedate"] = card.Duedate,
            ["notified"] = false,
            ["deletedAt"] = card.DeletedAt,
            ["commentsUnread"] = 0,
            ["commentsCount"] = 0,
            ["relatedStack"] = null,
            ["relatedBoard"] = null,
            ["ETag"] = DeckDoor.ETagOf(card.LastModified),
        };

    public JsonObject Assignment(DeckCard card, DeckAssignment user) =>
        new()
        {
            ["id"] = user.Id,
            ["participant"] = User(user.User),
            ["cardId"] = card.Id,
            ["type"] = 0,
        };

    public JsonObject Member(DeckMember member) =>
        new()
        {
            ["id"] = member.Id,
            ["participant"] = User(member.Participant, member.Type),
            ["type"] = member.Type,
            ["boardId"] = member.BoardId,
            ["permissionEdit"] = member.Edit,
            ["permissionShare"] = member.Share,
            ["permissionManage"] = member.Manage,
            ["owner"] = false,
        };

    /// <summary>The people of a board: its owner and those it is shared with.</summary>
    public IEnumerable<string> PeopleOf(DeckBoard board) =>
        people
            .All.Where(person => state.May(person, board, _ => true))
            .OrderByDescending(person => person.Id == board.Owner)
            .Select(person => person.Id);

    private JsonArray Users(DeckBoard board) => new([.. PeopleOf(board).Select(JsonNode (id) => User(id))]);

    private JsonArray Labels(DeckBoard board, bool isNew) =>
        new([
            .. state.Labels.Where(label => label.BoardId == board.Id).Select(JsonNode (label) => Label(label, isNew)),
        ]);

    private JsonArray CardLabels(DeckCard card) =>
        new([
            .. state
                .Labels.Where(label => card.Labels.Contains(label.Id))
                .Select(JsonNode (label) => Label(label, card: card.Id)),
        ]);

    private JsonObject User(string id, int type = 0) =>
        new()
        {
            ["primaryKey"] = id,
            ["uid"] = id,
            ["displayname"] = people.Find(id)?.Account.DisplayName ?? id,
            ["type"] = type,
        };
}
