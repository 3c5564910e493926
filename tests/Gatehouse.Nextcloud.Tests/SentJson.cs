using System.Text.Json;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests;

/// <summary>Holds a body that was sent against the one that was recorded.</summary>
internal static class SentJson
{
    public static void AssertAsRecorded(string folder, string name, SentRequest sent) =>
        AssertSame(Recording.Load(folder, name).Request.Body!, sent.BodyText);

    public static void AssertSame(string expected, string actual) =>
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)),
            $"{expected} was expected, {actual} was sent"
        );
}
