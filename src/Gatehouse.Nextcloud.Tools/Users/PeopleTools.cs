using System.ComponentModel;
using Gatehouse.Nextcloud.Facts;
using Gatehouse.Nextcloud.Tools.Access;
using Gatehouse.Nextcloud.Tools.Apps;
using Gatehouse.Nextcloud.Tools.Errors;
using Gatehouse.Nextcloud.Tools.Paging;
using Gatehouse.Nextcloud.Users;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>Finds people and groups.</summary>
[McpServerToolType]
[RequiresScope(PeopleApp.Read)]
internal sealed class PeopleTools(PeopleClient people, PersonFactsClient facts)
{
    private const int MaxLimit = 200;

    [McpServerTool(
        Name = "find_people",
        Title = "Find people",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/core/autocomplete/get")]
    [Description("People of this Nextcloud by name or mail address.")]
    public async Task<PeopleFound> FindAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Part of a name.")] string query,
        [Description("Groups, too.")] bool groups = false,
        [Description("1 to 200.")] int limit = 20,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.NotEmpty("query", query);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var found = await people.FindAsync(account, query, groups, limit, cancellationToken);
        return new([.. found.Take(limit).Select(PersonItem.Of)], found.Count >= limit);
    }

    [McpServerTool(
        Name = "list_group_members",
        Title = "List group members",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/cloud/groups/{group}/users")]
    [Description("Who is in a group of this Nextcloud.")]
    public async Task<MemberList> MembersAsync(
        RequestContext<CallToolRequestParams> request,
        [Description("Group id.")] string group,
        [Description("1 to 200.")] int limit = 200,
        [Description("nextCursor of the last answer.")] string? cursor = null,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        Arguments.NotEmpty("group", group);
        Arguments.Between("limit", limit, 1, MaxLimit);
        var offset = PageOffset.Decode("list_group_members", cursor);
        var all = await people.MembersAsync(account, group, cancellationToken);
        return new(
            [.. all.Skip(offset).Take(limit).Select(user => new MemberItem(user))],
            PageOffset.Encode("list_group_members", offset + limit, all.Count)
        );
    }

    [McpServerTool(
        Name = "get_my_profile",
        Title = "Read your profile",
        ReadOnly = true,
        Idempotent = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Upstream("GET /ocs/v2.php/cloud/user")]
    [Description("Whose account this is: groups, time zone, space, the cloud's version and apps.")]
    public async Task<ProfileAnswer> ProfileAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken = default
    )
    {
        var account = CallerOf.Get(request).Account;
        var known = await facts.GetAsync(account, cancellationToken);
        return ProfileAnswer.Of(account.Cloud, await people.OwnProfileAsync(account, cancellationToken), known);
    }
}
