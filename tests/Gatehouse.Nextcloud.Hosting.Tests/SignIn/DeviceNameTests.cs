using Gatehouse.AspNetCore.Authorization;
using Gatehouse.AspNetCore.SignIn;
using Gatehouse.Nextcloud.Hosting.SignIn;

namespace Gatehouse.Nextcloud.Hosting.Tests.SignIn;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("Claude Code", "127.0.0.1", "Gatehouse: Claude Code (127.0.0.1) {0}")]
    [InlineData("Müller\r\nX-Evil: 1", "claude.ai", "Gatehouse: M?ller??X-Evil: 1 (claude.ai) {0}")]
    [InlineData("", "cursor", "Gatehouse:  (cursor) {0}")]
    public void It_names_client_host_and_code(string client, string host, string name)
    {
        var id = TransactionId.New();

        Assert.Equal(
            name.Replace("{0}", id.Value, StringComparison.Ordinal),
            DeviceName.Of(new SignInRequest(id, client, host))
        );
    }

    [Theory]
    [InlineData(100, 9)]
    [InlineData(1, 60)]
    [InlineData(100, 70)]
    [InlineData(100, 253)]
    public void However_long_the_parts_are_it_is_short_ascii_and_ends_with_the_code(int client, int host)
    {
        var id = TransactionId.New();
        var name = DeviceName.Of(new SignInRequest(id, new string('ü', client), new string('h', host)));

        Assert.InRange(name.Length, 1, 100);
        Assert.All(name, character => Assert.InRange(character, ' ', '~'));
        Assert.EndsWith($" {id}", name, StringComparison.Ordinal);
    }
}
