using System.Net;
using Gatehouse.DemoCloud.Hosting;
using Gatehouse.DemoCloud.Tests.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Gatehouse.DemoCloud.Tests.Files;

public sealed class TrashTests : DemoCloudTest
{
    private const string Files = "/remote.php/dav/files/alice/";
    private const string Trash = "/remote.php/dav/trashbin/alice/trash/";
    private const string Back = "/remote.php/dav/trashbin/alice/restore/it";
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const long Quota = 200_000;

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1_795_447_173));

    private protected override DemoCloudOptions Options()
    {
        var options = new DemoCloudOptions { SampleData = false, TimeProvider = time };
        options.People[0] = options.People[0] with { QuotaBytes = Quota };
        return options;
    }

    [Fact]
    public async Task A_folder_comes_back_with_all_that_was_in_it()
    {
        await Alice.TextAsync("MKCOL", Files + "Trip");
        await Alice.TextAsync("MKCOL", Files + "Trip/Maps");
        await Alice.TextAsync("PUT", Files + "Trip/Maps/city.txt", "old");
        time.Advance(TimeSpan.FromSeconds(10));
        await Alice.TextAsync("PUT", Files + "Trip/Maps/city.txt", "new");
        await Alice.TextAsync("DELETE", Files + "Trip");
        var deleted = await Alice.NamesAsync(Trash);

        await Alice.TextAsync("MOVE", Trash + "Trip.d1795447183", null, ("Destination", Back));

        Assert.Equal(["Trip.d1795447183"], deleted);
        Assert.Equal("new", await Alice.TextAsync("GET", Files + "Trip/Maps/city.txt"));
        Assert.Empty(await Alice.NamesAsync(Trash));
    }

    [Fact]
    public async Task What_has_no_place_any_more_comes_back_beside_what_is_there_or_into_the_root()
    {
        await Alice.TextAsync("MKCOL", Files + "Trip");
        await DeleteAsync("Trip/a.txt", "first");
        await Alice.TextAsync("PUT", Files + "Trip/a.txt", "second");
        await RestoreAsync("a.txt");
        var beside = await Alice.TextAsync("GET", Files + "Trip/a (restored).txt");
        await DeleteAsync("Trip/b.txt", "orphan");
        await Alice.TextAsync("DELETE", Files + "Trip");

        await RestoreAsync("b.txt");

        Assert.Equal("first", beside);
        Assert.Equal("orphan", await Alice.TextAsync("GET", Files + "b.txt"));
    }

    [Fact]
    public async Task Two_of_one_name_and_second_are_both_kept()
    {
        await DeleteAsync("a.txt", "first");
        await DeleteAsync("a.txt", "second");

        Assert.Equal(["a.txt.d1795447174", "a.txt.d1795447173"], await Alice.NamesAsync(Trash));
    }

    [Fact]
    public async Task A_note_and_what_a_move_overwrites_are_in_the_trash_bin_too()
    {
        var note = await Alice.JsonAsync("POST", Notes, CloudClient.Json("""{"title":"Ideas"}"""));
        _ = await Alice.JsonAsync("DELETE", $"{Notes}/{note["id"]}");
        await Alice.TextAsync("PUT", Files + "a.txt", "mine");
        await Alice.TextAsync("PUT", Files + "b.txt", "theirs");

        await Alice.TextAsync("MOVE", Files + "a.txt", null, ("Destination", Files + "b.txt"));

        Assert.Equal(["b.txt.d1795447173", "Ideas.md.d1795447173"], await Alice.NamesAsync(Trash));
        await Alice.TextAsync("DELETE", Files + "b.txt");
        await RestoreAsync("b.txt");
        Assert.Equal("theirs", await Alice.TextAsync("GET", Files + "b.txt"));
    }

    [Fact]
    public async Task What_is_deleted_counts_no_longer_as_used_and_comes_back_only_where_there_is_room()
    {
        await DeleteAsync("big.txt", new string('x', 150_000));
        await Alice.TextAsync("PUT", Files + "other.txt", new string('x', 150_000));

        using var refused = await Alice.SendAsync("MOVE", Trash + "big.txt.d1795447173", null, ("Destination", Back));

        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        Assert.Equal(["big.txt.d1795447173"], await Alice.NamesAsync(Trash));
    }

    [Theory]
    [InlineData("PROPFIND", "")]
    [InlineData("DELETE", "")]
    [InlineData("MOVE", "a.txt.d1795447173")]
    public async Task Nobody_reaches_the_trash_bin_of_another(string method, string name)
    {
        await DeleteAsync("a.txt", "hers");

        using var refused = await Bob.SendAsync(method, Trash + name, null, ("Destination", Back));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(["a.txt.d1795447173"], await Alice.NamesAsync(Trash));
    }

    private async Task DeleteAsync(string path, string text)
    {
        await Alice.TextAsync("PUT", Files + path, text);
        await Alice.TextAsync("DELETE", Files + path);
    }

    private Task<string> RestoreAsync(string name) =>
        Alice.TextAsync("MOVE", $"{Trash}{name}.d1795447173", null, ("Destination", Back));
}
