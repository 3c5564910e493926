using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Users;

/// <summary>Somebody in a group; the cloud tells ordinary people no more than the id.</summary>
internal sealed record MemberItem([property: Description("User id.")] string User);
