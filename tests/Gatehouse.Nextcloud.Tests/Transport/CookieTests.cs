using Gatehouse.Nextcloud.Files;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Tests.Transport;

/// <summary>
/// Nextcloud's session cookie wins over Authorization: with alice's cookies in a shared jar, bob's calls are answered as alice
/// (recordings cookie-jar 06 to 10). So no cookie may ever be kept; RecordedCloud fails the test when one is sent.
/// </summary>
public sealed class CookieTests : CloudTest
{
    [Fact]
    public async Task Two_people_on_one_transport_never_share_cookies()
    {
        Cloud
            .Play("webdav", "21-get-200")
            .Play("notes", "12-get")
            .Play("users-groups", "01-current-user", "/ocs/v2.php/cloud/user?format=json");
        Cloud
            .Play("cookie-jar", "01-nojar-bob-credentials-ocs-user")
            .Play(
                "cookie-jar",
                "05-nojar-bob-credentials-notes",
                "/index.php/apps/notes/api/v1/notes?chunkSize=50&exclude=content"
            );
        var (users, notes, files) = (new UserClient(Transport), new NotesClient(Transport), new FilesClient(Transport));

        await notes.GetAsync(Alice, 188, Token);
        await files.ReadAsync(Alice, FilePath.Parse("/Projects/hello.txt"), new FileRange(0, 10), Token);
        var alice = await users.GetAsync(Alice.Login, Token);
        var bob = await users.GetAsync(Bob.Login, Token);
        await notes.ListAsync(Bob, new NotesQuery(), Token);

        Assert.Equal(("alice", "bob"), (alice.Id, bob.Id));
        Assert.All(Cloud.Requests, r => Assert.Null(r.Header("Cookie")));
        Assert.Equal(2, Cloud.Requests.Select(r => r.Header("Authorization")).Distinct().Count());
    }
}
