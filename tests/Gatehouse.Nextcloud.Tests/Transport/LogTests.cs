using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notes;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Tests.Transport;

public sealed class LogTests : CloudTest
{
    [Fact]
    public async Task The_log_names_credentials_by_their_version_and_never_holds_a_secret()
    {
        var log = new KeptLog<NextcloudTransport>();
        using var transport = new NextcloudTransport(Options, Time, log);
        var retired = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        transport.CredentialRetired += (_, _) => retired.TrySetResult();
        Cloud.Answer("GET", "/index.php/apps/notes/api/v1/notes/1", 401, "application/json", "{}");
        Cloud.Answer("GET", "/ocs/v2.php/cloud/user?format=json", 401, "application/json", "{}");
        var people = new[] { "alice", "bob", "carol" }.Select(p => Accounts.Of(Cloud, p)).ToList();

        await RefuseAsync(transport, people[0]);
        Time.Advance(TimeSpan.FromSeconds(60));
        await retired.Task.WaitAsync(Token);
        foreach (var person in people.Skip(1))
            await RefuseAsync(transport, person);

        foreach (var line in new[] { "Parked: ", "Retired: ", "Suspended: ", "alice:1" })
            Assert.Contains(line, log.Text, StringComparison.Ordinal);
        foreach (var person in people)
        {
            var secret = person.AppPassword.Reveal();
            var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{person.LoginName}:{secret}"));
            Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(basic, log.Text, StringComparison.Ordinal);
        }
    }

    private static async Task RefuseAsync(NextcloudTransport transport, NextcloudAccount account) =>
        Assert.Equal(
            NextcloudErrorKind.Unauthorized,
            (await ErrorOf(() => new NotesClient(transport).GetAsync(account, 1, Token))).Kind
        );
}
