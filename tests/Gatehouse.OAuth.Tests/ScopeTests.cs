namespace Gatehouse.OAuth.Tests;

public sealed class ScopeTests
{
    [Fact]
    public void A_list_drops_what_is_no_scope_token() =>
        Assert.Equal("a b", ScopeSet.Parse(" b  a\\ \"b\" ä a b ").ToString());

    [Fact]
    public void A_scope_of_our_own_must_be_well_formed() => Assert.Throws<FormatException>(() => Scope.Of("a b"));

    [Fact]
    public void A_scope_longer_than_any_real_one_is_none()
    {
        Assert.True(Scope.TryParse(new string('a', 200), out _));
        Assert.False(Scope.TryParse(new string('a', 201), out _));
    }

    [Fact]
    public void What_is_implied_is_followed_to_its_end()
    {
        var catalog = new ScopeCatalog([
            new SupportedScope(Scope.Of("files.admin"), "Files", "Manage", Scope.Of("files.write")),
            new SupportedScope(Scope.Of("files.write"), "Files", "Change", Scope.Of("files.read")),
            new SupportedScope(Scope.Of("files.read"), "Files", "Read"),
            new SupportedScope(Scope.Of("notes.read"), "Notes", "Read"),
        ]);

        Assert.Equal(
            "files.admin files.read files.write",
            catalog.WithImplied(ScopeSet.Parse("files.admin")).ToString()
        );
        Assert.Equal("files.read", catalog.WithImplied(ScopeSet.Parse("files.read")).ToString());
        Assert.Equal("unknown", catalog.WithImplied(ScopeSet.Parse("unknown")).ToString());
    }

    [Fact]
    public void Two_scopes_that_imply_each_other_come_to_an_end()
    {
        var catalog = new ScopeCatalog([
            new SupportedScope(Scope.Of("a"), "A", "A", Scope.Of("b")),
            new SupportedScope(Scope.Of("b"), "B", "B", Scope.Of("a")),
        ]);

        Assert.Equal("a b", catalog.WithImplied(ScopeSet.Parse("b")).ToString());
    }
}
