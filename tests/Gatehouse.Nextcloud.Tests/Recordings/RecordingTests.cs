using System.Text;
using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tests.Recordings;

public sealed class RecordingTests
{
    [Fact]
    public void Every_recording_can_be_read()
    {
        var recordings = Recording.Everything();

        Assert.Equal(762, recordings.Length);
        Assert.All(recordings, r => Assert.InRange(r.Response.Status, 200, 599));
        Assert.All(recordings, r => Assert.StartsWith("/", r.Request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Placeholders_are_named_and_filled_and_credentials_are_encoded()
    {
        var recording = Recording.Load("notes", "12-get");

        Assert.Equal(["alice-app-password"], recording.Placeholders);

        var filled = recording.With(new Dictionary<string, string> { ["alice-app-password"] = "geheim" });

        Assert.Empty(filled.Placeholders);
        Assert.Equal(
            "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("alice:geheim")),
            filled.Request.Header("Authorization")
        );
    }

    [Fact]
    public void A_body_is_filled_as_well()
    {
        var filled = Recording
            .Load("login-flow-v2", "10-poll-granted")
            .With(new Dictionary<string, string> { ["alice-app-password"] = "geheim", ["poll-token"] = "t" });

        Assert.Equal("token=t", filled.Request.Body);
        using var answer = filled.Response.Json();
        Assert.Equal("geheim", answer.RootElement.GetProperty("appPassword").GetString());
    }

    [Fact]
    public void Binary_bodies_and_pages_can_be_played_back()
    {
        Assert.Equal("PNG"u8, Recording.Load("webdav", "56-preview").Response.Body.AsSpan(1, 3));
        Assert.Contains(
            "Maintenance mode",
            Recording.Load("errors", "39-503-maintenance-app").Response.BodyText,
            StringComparison.Ordinal
        );
        Assert.True(Recording.Load("errors", "32-507-put-over-quota").Request.BodyIsCut);
    }
}
