using Gatehouse.AspNetCore.Connections;
using Gatehouse.OAuth;
using Gatehouse.Operating;
using Microsoft.Extensions.Options;

namespace Gatehouse.Tests.Operating;

public sealed class PersonArgumentTests
{
    private static readonly Person Alice = new("https://cloud.example.com", "alice", "Alice Adams");
    private static readonly Person Impostor = new("https://idp.example.com", "42", "alice");
    private static readonly KnownPeople People = new([Of(Alice), Of(Impostor)]);

    [Theory]
    [InlineData("Alice Adams")]
    [InlineData("alice adams")]
    public void A_name_that_only_one_has_is_enough(string text) =>
        Assert.Equal(Alice, PersonArgument.Read(People, text));

    [Fact]
    public void Nobody_is_ended_by_a_name_they_chose_themselves()
    {
        var problem = Assert.Throws<OptionsValidationException>(() => PersonArgument.ReadSure(People, "Alice Adams"));

        Assert.Contains(problem.Failures, line => line.Contains(Alice.Key, StringComparison.Ordinal));
        Assert.Equal(Impostor, PersonArgument.ReadSure(People, "42"));
        Assert.Equal(Alice, PersonArgument.ReadSure(People, Alice.Key));
    }

    [Fact]
    public void A_key_is_always_enough() => Assert.Equal(Impostor, PersonArgument.Read(People, Impostor.Key));

    [Fact]
    public void A_name_that_several_have_is_refused_with_their_keys()
    {
        var problem = Assert.Throws<OptionsValidationException>(() => PersonArgument.Read(People, "alice"));

        Assert.All(
            [Alice, Impostor],
            one => Assert.Contains(problem.Failures, line => line.Contains(one.Key, StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_name_cannot_write_on_the_terminal() => Assert.Equal("a?[2Jb?c", TerminalText.Of("a\u001b[2Jb\nc"));

    private static Connection Of(Person person) =>
        new(
            ConnectionId.New(),
            person,
            TokenHash.Of("client"),
            "A client",
            "https://mcp.example.com/mcp",
            DateTimeOffset.UnixEpoch,
            RevokedAt: null
        );
}
