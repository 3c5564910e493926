namespace Gatehouse.DemoCloud.Hosting;

/// <summary>One account of the demo cloud. Its password is no secret: the cloud listens on loopback only.</summary>
/// <param name="Id">User id, login name and last part of the WebDAV home (<c>/remote.php/dav/files/{Id}/</c>).</param>
/// <param name="Password">Account password for the login page and for Basic.</param>
/// <param name="DisplayName">Name shown on the grant page and by OCS.</param>
public sealed record DemoCloudPerson(string Id, string Password, string DisplayName)
{
    /// <summary>E-mail address told by OCS; the real one refuses it as a user name with an app password, and so does this one.</summary>
    public string Email { get; init; } = $"{Id}@example.test";

    /// <summary>Groups told by OCS.</summary>
    public IReadOnlyList<string> Groups { get; init; } = ["team"];

    /// <summary>Bytes this person may store; <see langword="null"/> is unlimited (Nextcloud's -3). A PUT beyond it is answered 507.</summary>
    public long? QuotaBytes { get; init; }
}
