using System.Text.Json;
using Gatehouse.Nextcloud.Ocs;

namespace Gatehouse.Nextcloud.Tests.Talk;

public sealed class RichTextTests
{
    [Theory]
    [InlineData("Hi {user}!", """{"user":{"type":"user","id":"bob","name":"Bob"}}""", "Hi @Bob!")]
    [InlineData("{file} for {group}", """{"file":{"type":"file","id":"1","name":"a.txt"}}""", "a.txt for {group}")]
    [InlineData("a { b", """{"b":{"name":"x"}}""", "a { b")]
    [InlineData("{a}{a}", """{"a":{"type":"guest","id":"guest/1"}}""", "@guest/1@guest/1")]
    [InlineData("{a}", """{"a":{"name":"{b}"},"b":{"name":"x"}}""", "{b}")]
    [InlineData("{user}", "[]", "{user}")]
    [InlineData("", "{}", "")]
    public void Names_take_the_places_of_placeholders(string text, string parameters, string expected) =>
        Assert.Equal(expected, RichText.Of(text, JsonDocument.Parse(parameters).RootElement));
}
