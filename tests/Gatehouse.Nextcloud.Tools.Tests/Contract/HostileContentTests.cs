using Gatehouse.Nextcloud.Tools.Tests.Hosting;
using Gatehouse.Testing.Recordings;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>Things whose content is the trouble, in what a model gives and in what a cloud keeps.</summary>
public sealed class HostileContentTests : ToolTest
{
    private const string Event = "/remote.php/dav/calendars/alice/office/ev-1.ics";
    private const string Card = "/remote.php/dav/addressbooks/users/alice/contacts/c-1.vcf";

    private int sentBytes;

    public static TheoryData<string> Bombs =>
        [
            "FREQ=SECONDLY",
            "FREQ=MINUTELY;INTERVAL=1",
            "FREQ=HOURLY;COUNT=1000000000",
            "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5,6,7,8,9",
            "FREQ=YEARLY;BYMONTH=1,2,3;BYSECOND=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;COUNT=99999999999999999999",
            $"FREQ=DAILY;BYHOUR={string.Join(',', Enumerable.Repeat("1", 5000))}",
        ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task A_rule_that_expands_without_bound_is_refused_by_all_that_take_one(string rule)
    {
        await using var alice = await AliceAsync();

        string[] errors =
        [
            await ErrorAsync(
                alice,
                "save_event",
                new
                {
                    title = "x",
                    start = "2026-12-02",
                    rule,
                }
            ),
            await ErrorAsync(
                alice,
                "save_task",
                new
                {
                    title = "x",
                    list = "tasks",
                    due = "2026-12-02",
                    rule,
                }
            ),
            await ErrorAsync(
                alice,
                "set_calendar",
                new
                {
                    id = "office",
                    import = $"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261201T100000Z\nRRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR",
                }
            ),
        ];

        Assert.All(errors, error => Assert.Contains("\nNext step: ", error, StringComparison.Ordinal));
        Assert.DoesNotContain(Cloud.Requests, request => ExampleOutcome.Writes(request.Method));
    }

    [Fact]
    public async Task A_rule_that_expands_without_bound_at_the_cloud_is_shown_and_not_expanded()
    {
        Cloud.Answer("GET", Event, 200, "text/calendar", Ics("1", "RRULE:FREQ=SECONDLY\n"), ETag);
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "read_event", new { id = "office/ev-1.ics" });

        Assert.Contains("FREQ=SECONDLY", answer.GetRawText(), StringComparison.Ordinal);
        Assert.True(answer.GetRawText().Length < 4000, answer.GetRawText());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_a_file_of_five_gigabytes_only_what_was_asked_for_is_read(bool isAnnounced)
    {
        Cloud.Answer("GET", "/remote.php/dav/files/alice/big.log", context => EndlessAsync(context, isAnnounced));
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "read_file", new { path = "/big.log", length = 1000 });

        Assert.Equal(1000, answer.GetProperty("text").GetString()!.Length);
        Assert.True(
            Volatile.Read(ref sentBytes) < 1024L * 1024 * 1024,
            "far more was fetched than the buffers on the way hold when a connection is closed late"
        );
    }

    [Fact]
    public async Task A_card_without_an_end_is_said_and_nothing_is_written()
    {
        Cloud.Answer("GET", Card, 200, "text/vcard", "BEGIN:VCARD\nVERSION:3.0\nUID:c-1\nFN:Jane Doe\n", ETag);
        await using var alice = await AliceAsync();

        var read = await ErrorAsync(alice, "read_contact", new { id = "contacts/c-1.vcf" });
        var saved = await ErrorAsync(
            alice,
            "save_contact",
            new
            {
                id = "contacts/c-1.vcf",
                etag = "e",
                title = "CEO",
            }
        );

        Assert.Contains("END:VCARD", read, StringComparison.Ordinal);
        Assert.Contains("END:VCARD", saved, StringComparison.Ordinal);
        Assert.All(Sent, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task Of_a_file_with_two_uids_every_event_becomes_one()
    {
        Cloud.Answer("PUT", "/remote.php/dav/calendars/alice/office/*", 201, "text/plain", "", ETag);
        await using var alice = await AliceAsync();

        var answer = await CallAsync(alice, "set_calendar", new { id = "office", import = Ics("one", "", "two") });

        Assert.Equal(2, answer.GetProperty("imported").GetArrayLength());
        Assert.All(Sent, request => Assert.Equal(2, request.BodyText.Split("UID:").Length));
    }

    [Fact]
    public async Task An_event_that_is_two_keeps_the_other_one_when_it_is_changed_or_is_left_alone()
    {
        Cloud.Answer("GET", Event, 200, "text/calendar", Ics("one", "", "two"), ETag);
        Cloud.Answer("PUT", Event, 204, "text/plain", "", ETag);
        await using var alice = await AliceAsync();

        var result = await ResultAsync(
            alice,
            "save_event",
            new
            {
                id = "office/ev-1.ics",
                etag = "e",
                title = "New",
            }
        );

        var written = Sent.SingleOrDefault(request => request.Method == "PUT");
        if (result.IsError is true)
            Assert.Null(written);
        else
            Assert.Contains("UID:two", written!.BodyText, StringComparison.Ordinal);
    }

    private static RecordedHeader ETag => new("ETag", "\"e\"");

    private static string Ics(string uid, string more, params string[] others)
    {
        var events = others
            .Prepend(uid)
            .Select(one => $"BEGIN:VEVENT\nUID:{one}\nDTSTART:20261201T100000Z\nSUMMARY:{one}\n{more}END:VEVENT\n");
        return $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{string.Concat(events)}END:VCALENDAR\n";
    }

    private async Task EndlessAsync(HttpContext context, bool isAnnounced)
    {
        const long length = 5L * 1024 * 1024 * 1024;
        context.Response.ContentType = "text/plain";
        context.Response.Headers.ETag = "\"e\"";
        if (isAnnounced)
            context.Response.ContentLength = length;
        var some = new byte[64 * 1024];
        some.AsSpan().Fill((byte)'a');
        try
        {
            for (var sent = 0L; sent < length; sent += some.Length)
            {
                // Behind a connection that is closed the server would write into nothing, as fast as it can, until it is told.
                if ((await context.Response.BodyWriter.WriteAsync(some, context.RequestAborted)).IsCompleted)
                    return;

                Interlocked.Add(ref sentBytes, some.Length);
            }
        }
        catch (OperationCanceledException)
        {
            // What was wanted: the reader has enough.
        }
    }
}
