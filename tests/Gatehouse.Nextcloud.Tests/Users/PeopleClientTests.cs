using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Users;

namespace Gatehouse.Nextcloud.Tests.Users;

public sealed class PeopleClientTests : CloudTest
{
    private const string Autocomplete = "/ocs/v2.php/core/autocomplete/get";

    private PeopleClient People => new(Transport);

    [Fact]
    public async Task People_are_found_by_the_beginning_of_a_name()
    {
        Cloud.Play(
            "users-groups",
            "23-autocomplete",
            Autocomplete + "?search=bo&itemType=&itemId=&shareTypes[]=0&limit=10"
        );

        var found = await People.FindAsync(Alice, "bo", withGroups: false, 10, Token);

        Assert.Equal([new("bob", "Bob Example", false, "bob@example.test", null, null)], found);
    }

    [Fact]
    public async Task Groups_and_statuses_are_told_apart()
    {
        Cloud.Answer(
            "GET",
            Autocomplete + "?search=t%26m&itemType=&itemId=&shareTypes[]=0&shareTypes[]=1&limit=5",
            200,
            "application/json",
            """
            {"ocs":{"meta":{"status":"ok","statuscode":200,"message":"OK"},"data":[
            {"id":"tom","label":"Tom","icon":"icon-user","source":"users","status":{"status":"away","message":"Out","icon":null,"clearAt":null},"subline":"","shareWithDisplayNameUnique":""},
            {"id":"t&m","label":"t&m","icon":"icon-group","source":"groups","status":"","subline":"","shareWithDisplayNameUnique":""}]}}
            """
        );

        var found = await People.FindAsync(Alice, "t&m", withGroups: true, 5, Token);

        Assert.Equal(
            [new("tom", "Tom", false, null, "away", "Out"), new FoundPerson("t&m", "t&m", true, null, null, null)],
            found
        );
    }

    [Fact]
    public async Task The_members_of_a_group_are_listed_for_its_members()
    {
        Cloud.Play("users-groups", "12-group-members-as-user");

        Assert.Equal(["alice", "bob", "carol"], await People.MembersAsync(Bob, "team", Token));
    }

    [Fact]
    public async Task The_groups_of_a_person_are_listed()
    {
        Cloud.Play("users-groups", "13-user-groups");

        Assert.Equal(["team"], await People.GroupsAsync(Alice, "alice", Token));
    }

    [Fact]
    public async Task Somebody_else_is_not_there_for_ordinary_accounts()
    {
        Cloud.Play("users-groups", "05-user-404", "/ocs/v2.php/cloud/users/nobody/groups");

        var error = await ErrorOf(() => People.GroupsAsync(Alice, "nobody", Token));

        Assert.Equal(NextcloudErrorKind.NotFound, error.Kind);
        Assert.Equal("Nextcloud says: User does not exist", error.Cause);
    }

    [Fact]
    public async Task The_own_profile_has_what_was_filled_in()
    {
        Cloud.Play("users-groups", "01-current-user");

        var profile = await People.OwnProfileAsync(Alice, Token);

        Assert.Equal("alice", profile.Id);
        Assert.Equal("Alice Example", profile.Name);
        Assert.Equal("alice@example.test", profile.Email);
        Assert.Null(profile.Phone);
        Assert.Equal(["team"], profile.Groups);
        Assert.Equal("Europe/Berlin", profile.TimeZone);
        Assert.Equal(5244004, profile.UsedBytes);
        Assert.Null(profile.QuotaBytes);
    }
}
