using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Talk;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Talk;

public sealed class ConversationsClientTests : CloudTest
{
    private const string Rooms = "/ocs/v2.php/apps/spreed/api/v4/room";
    private static readonly ConversationToken project = ConversationToken.Parse("aibsbiza");

    private ConversationsClient Conversations => new(Transport);

    [Fact]
    public async Task Conversations_are_listed_without_saying_that_the_person_is_there()
    {
        Cloud.Play("talk", "01-rooms", Rooms + "?noStatusUpdate=1");

        var all = await Conversations.ListAsync(Alice, Token);

        Assert.Contains(all, c => c.Kind == ConversationKind.NoteToSelf && c.IsFavorite);
        var news = all[0];
        Assert.Equal("j7i5ejv6", news.Token.ToString());
        Assert.Equal(ConversationKind.Changelog, news.Kind);
        Assert.Equal(57, news.UnreadMessages);
        Assert.True(news.IsReadOnly);
        Assert.Equal(3, news.LastReadMessage);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1795447204), news.LastActivity);
        Assert.StartsWith("## New in Talk 22", news.LastMessage!.Text, StringComparison.Ordinal);
        Assert.Equal("/index.php/call/j7i5ejv6", news.WebPath);
    }

    [Fact]
    public async Task One_conversation_is_read()
    {
        Cloud.Play("talk", "07-get-room");

        var conversation = await Conversations.GetAsync(Alice, project, Token);

        Assert.Equal("Project X", conversation.Name);
        Assert.Equal(ConversationKind.Group, conversation.Kind);
        Assert.Equal("You created the conversation", conversation.LastMessage!.Text);
        Assert.True(conversation.LastMessage.IsSystem);
    }

    [Fact]
    public async Task A_conversation_that_is_not_there_is_said_so()
    {
        Cloud.Play("talk", "08-room-404");

        var error = await ErrorOf(() => Conversations.GetAsync(Alice, ConversationToken.Parse("nope1234"), Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
    }

    [Fact]
    public async Task A_group_conversation_is_made_as_recorded()
    {
        Cloud.Play("talk", "03-create-group");

        var made = await Conversations.CreateAsync(Alice, new(ConversationKind.Group, "Project X"), Token);

        Assert.Equal(project, made.Token);
        AssertSentAsRecorded("03-create-group");
    }

    [Fact]
    public async Task Between_two_people_there_is_only_one_conversation()
    {
        Cloud.Play("talk", "02-create-one2one").Play("talk", "04-create-one2one-again");
        var draft = new ConversationDraft(ConversationKind.OneToOne, Invite: "bob");

        var first = await Conversations.CreateAsync(Alice, draft, Token);
        var second = await Conversations.CreateAsync(Alice, draft, Token);

        Assert.Equal("Bob Example", first.Name);
        Assert.Equal(first.Token, second.Token);
        AssertSentAsRecorded("04-create-one2one-again");
    }

    [Fact]
    public async Task Nobody_cannot_be_talked_to_and_the_error_names_what_was_wrong()
    {
        Cloud.Play("talk", "05-create-unknown-user");

        var error = await ErrorOf(() =>
            Conversations.CreateAsync(Alice, new(ConversationKind.OneToOne, Invite: "nobody"), Token)
        );

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal("Nextcloud says: 'invite' is not accepted.", error.Cause);
    }

    [Fact]
    public async Task Somebody_is_added_as_recorded()
    {
        Cloud.Play("talk", "09-add-participant");

        await Conversations.AddAsync(Alice, project, ParticipantSource.Users, "bob", Token);

        AssertSentAsRecorded("09-add-participant");
    }

    [Fact]
    public async Task Participants_have_roles()
    {
        Cloud.Play("talk", "10-participants");

        var participants = await Conversations.ParticipantsAsync(Alice, project, Token);

        Assert.Equal(
            [
                new(new("users", "alice", "Alice Example"), ParticipantRole.Owner, false, false),
                new ConversationParticipant(new("users", "bob", "Bob Example"), ParticipantRole.User, false, false),
            ],
            participants
        );
    }

    [Fact]
    public async Task Reading_is_marked_as_recorded()
    {
        Cloud.Play("talk", "24-mark-read");

        await Conversations.MarkReadAsync(Alice, project, 76, Token);

        AssertSentAsRecorded("24-mark-read");
    }

    [Fact]
    public async Task A_conversation_is_renamed_by_who_may()
    {
        Cloud.Play("talk", "26-rename").Play("talk", "27-rename-as-bob-403");

        var renamed = await Conversations.RenameAsync(Alice, project, "Project Y", Token);
        AssertSentAsRecorded("26-rename");
        var error = await ErrorOf(() => Conversations.RenameAsync(Bob, project, "hack", Token));

        Assert.Equal("Project Y", renamed.Name);
        Assert.Equal(NextcloudErrorKind.Forbidden, error.Kind);
    }

    [Fact]
    public async Task A_conversation_is_deleted()
    {
        Cloud.Play("talk", "33-delete-room");

        await Conversations.DeleteAsync(Alice, project, Token);

        Assert.Equal("DELETE", Cloud.LastRequest.Method);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("../x")]
    [InlineData("a%2Fb")]
    [InlineData("äöü")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789")]
    public void A_token_is_letters_and_digits(string text) => Assert.False(ConversationToken.TryParse(text, out _));

    private void AssertSentAsRecorded(string name) =>
        Assert.True(
            JsonElement.DeepEquals(
                JsonDocument.Parse(Recording.Load("talk", name).Request.Body!).RootElement,
                JsonDocument.Parse(Cloud.LastRequest.BodyText).RootElement
            ),
            Cloud.LastRequest.BodyText
        );
}
