using Gatehouse.Nextcloud.Files;

namespace Gatehouse.Nextcloud.Tests.Files;

public sealed class FilePathTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("", "/")]
    [InlineData("Projects", "/Projects")]
    [InlineData("/Projects/", "/Projects")]
    [InlineData("/a b/ü & #1 50%.md", "/a b/ü & #1 50%.md")]
    [InlineData("/...", "/...")]
    [InlineData("/a..b/.hidden", "/a..b/.hidden")]
    [InlineData("/%2e%2e/x", "/%2e%2e/x")]
    public void Paths_are_read(string text, string value)
    {
        Assert.True(FilePath.TryParse(text, out var path, out _));
        Assert.Equal(value, path.Value);
    }

    [Theory]
    [InlineData("/..")]
    [InlineData("..")]
    [InlineData("/a/../b")]
    [InlineData("/a/./b")]
    [InlineData("/a//b")]
    [InlineData("//")]
    [InlineData("/a\\b")]
    [InlineData("/..\\x")]
    [InlineData("/a\nb")]
    [InlineData("/a\0b")]
    [InlineData("/a\u0085b")]
    [InlineData(null)]
    public void What_could_leave_the_files_is_no_path(string? text)
    {
        Assert.False(FilePath.TryParse(text, out _, out var error));
        Assert.NotEmpty(error);
    }

    [Fact]
    public void Half_a_character_is_no_name()
    {
        Assert.False(FilePath.TryParse("/a\uD800b", out _, out var error));
        Assert.Contains("broken characters", error, StringComparison.Ordinal);
        Assert.True(FilePath.TryParse("/a😀b", out _, out _));
    }

    [Fact]
    public void Each_segment_is_encoded() =>
        Assert.Equal(
            "/Projects/Gr%C3%B6%C3%9Fe%20%26%20%C3%9Cbersicht%20%231%2050%25.md",
            FilePath.Parse("/Projects/Größe & Übersicht #1 50%.md").Encoded
        );

    [Fact]
    public void An_encoded_traversal_stays_a_name() =>
        Assert.Equal("/%252e%252e/x", FilePath.Parse("/%2e%2e/x").Encoded);

    [Fact]
    public void Parents_names_and_children()
    {
        var path = FilePath.Parse("/a/b");

        Assert.Equal("b", path.Name);
        Assert.Equal(FilePath.Parse("/a"), path.Parent);
        Assert.Equal(FilePath.Root, path.Parent.Parent);
        Assert.Equal(default, FilePath.Parse("/"));
        Assert.Equal(path, path.Parent.Combine("b"));
        Assert.True(path.Parent.Contains(path));
        Assert.False(path.Contains(FilePath.Parse("/a/bc")));
        Assert.Throws<FormatException>(() => path.Combine(".."));
        Assert.Throws<FormatException>(() => path.Combine("x/y"));
    }
}
