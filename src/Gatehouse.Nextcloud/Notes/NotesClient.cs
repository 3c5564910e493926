using System.Globalization;
using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Dav;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Ocs;
using Gatehouse.Nextcloud.Transport;

namespace Gatehouse.Nextcloud.Notes;

/// <summary>The Notes app, API v1. All methods throw <see cref="NextcloudException"/> when the cloud does not do what was asked.</summary>
public sealed class NotesClient(NextcloudTransport transport)
{
    private const string Notes = "/index.php/apps/notes/api/v1/notes";
    private const string Settings = "/index.php/apps/notes/api/v1/settings";
    private const string SearchPath = "/ocs/v2.php/search/providers/notes/search";

    /// <summary>A chunk of the list.</summary>
    public async Task<NotesChunk> ListAsync(
        NextcloudAccount account,
        NotesQuery query,
        CancellationToken cancellationToken
    )
    {
        var request = Request(HttpMethod.Get, Notes + QueryOf(query), "Listing notes");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var notes = JsonAnswer.Read(request, answer, NextcloudJson.Default.NoteDataArray);
        return new(
            [.. notes.Where(n => !n.IsIdOnly).Select(n => Read(request, n))],
            answer.Header("X-Notes-Chunk-Cursor") is { Length: > 0 } cursor ? cursor : null,
            int.TryParse(
                answer.Header("X-Notes-Chunk-Pending"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var pending
            )
                ? pending
                : 0,
            [.. notes.Where(n => n.IsIdOnly).Select(n => n.Id)]
        );
    }

    /// <summary>One note with its text.</summary>
    public async Task<Note> GetAsync(NextcloudAccount account, long id, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, PathOf(id), $"Reading note {id}");
        return Read(request, await transport.CallAsync(account.Login, request, cancellationToken));
    }

    /// <summary>Makes a note. Its title may come back changed (characters dropped, a number added).</summary>
    public async Task<Note> CreateAsync(NextcloudAccount account, NoteDraft draft, CancellationToken cancellationToken)
    {
        var write = new NoteWrite(draft.Title, draft.Category, draft.Content, draft.IsFavorite);
        var request = Request(HttpMethod.Post, Notes, "Creating the note") with
        {
            Content = JsonAnswer.Content(write, NextcloudJson.Default.NoteWrite),
        };
        return Read(request, await transport.CallAsync(account.Login, request, cancellationToken));
    }

    /// <summary>
    /// Changes a note that is still as <paramref name="ifMatch"/> says. Otherwise the error is a <see cref="NextcloudErrorKind.Conflict"/>,
    /// nothing was written, and <see cref="CurrentNote"/> reads the note as it is now out of it.
    /// </summary>
    public async Task<Note> UpdateAsync(
        NextcloudAccount account,
        long id,
        ETag ifMatch,
        NoteChange change,
        CancellationToken cancellationToken
    )
    {
        var write = new NoteWrite(change.Title, change.Category, change.Content, change.IsFavorite);
        var request = Request(HttpMethod.Put, PathOf(id), $"Updating note {id}") with
        {
            Headers = [new("If-Match", ifMatch.Quoted)],
            Content = JsonAnswer.Content(write, NextcloudJson.Default.NoteWrite),
        };
        return Read(request, await transport.CallAsync(account.Login, request, cancellationToken));
    }

    /// <summary>Deletes a note. Its file goes to the trash bin. The API has no condition for this: compare the ETag before.</summary>
    public Task DeleteAsync(NextcloudAccount account, long id, CancellationToken cancellationToken) =>
        transport.CallAsync(
            account.Login,
            Request(HttpMethod.Delete, PathOf(id), $"Deleting note {id}"),
            cancellationToken
        );

    /// <summary>The person's settings of the app.</summary>
    public async Task<NotesSettings> GetSettingsAsync(NextcloudAccount account, CancellationToken cancellationToken)
    {
        var request = Request(HttpMethod.Get, Settings, "Reading the settings of Notes");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, NextcloudJson.Default.NotesSettings);
    }

    /// <summary>Changes the person's settings of the app.</summary>
    public async Task<NotesSettings> PutSettingsAsync(
        NextcloudAccount account,
        NotesSettings settings,
        CancellationToken cancellationToken
    )
    {
        var request = Request(HttpMethod.Put, Settings, "Changing the settings of Notes") with
        {
            Content = JsonAnswer.Content(settings, NextcloudJson.Default.NotesSettings),
        };
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        return JsonAnswer.Read(request, answer, NextcloudJson.Default.NotesSettings);
    }

    /// <summary>
    /// Searches titles and texts at the cloud (unified search, provider <c>notes</c>). The provider has no pages: what exceeds
    /// <paramref name="limit"/> (1 to 500) needs other words.
    /// </summary>
    public async Task<IReadOnlyList<NoteMatch>> SearchAsync(
        NextcloudAccount account,
        string term,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?term={Uri.EscapeDataString(term)}&limit={Math.Clamp(limit, 1, 500)}"
        );
        var request = OcsCall.Get(SearchPath + query, "Searching notes");
        var answer = await transport.CallAsync(account.Login, request, cancellationToken);
        var found = OcsCall.DataOf(request, answer, NextcloudJson.Default.OcsEnvelopeSearchData);
        return [.. (found.Entries ?? []).Select(Match).OfType<NoteMatch>()];
    }

    /// <summary>The note as it is now, out of a conflict; null when the cloud did not send it.</summary>
    public static Note? CurrentNote(NextcloudError error)
    {
        if (error is not { Kind: NextcloudErrorKind.Conflict, CurrentBody: { } body })
            return null;

        try
        {
            var note = JsonSerializer.Deserialize(body, NextcloudJson.Default.NoteData);
            return note is { IsIdOnly: false } && Convert(note) is { } current ? current : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CloudRequest Request(HttpMethod method, string path, string doing) =>
        new(method, path, doing) { Accept = "application/json" };

    private static string PathOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{Notes}/{id}");

    private static string QueryOf(NotesQuery query)
    {
        var text = new StringBuilder(
            string.Create(CultureInfo.InvariantCulture, $"?chunkSize={Math.Clamp(query.ChunkSize, 1, 500)}")
        );
        if (query.ChunkCursor is { } cursor)
            text.Append("&chunkCursor=").Append(Uri.EscapeDataString(cursor));
        if (!query.WithContent)
            text.Append("&exclude=content");
        if (query.Category is { } category)
            text.Append("&category=").Append(Uri.EscapeDataString(category));
        if (query.PruneBefore is { } before)
            text.Append(CultureInfo.InvariantCulture, $"&pruneBefore={before.ToUnixTimeSeconds()}");
        return text.ToString();
    }

    private static Note Read(CloudRequest request, CloudAnswer answer) =>
        Read(request, JsonAnswer.Read(request, answer, NextcloudJson.Default.NoteData));

    private static Note Read(CloudRequest request, NoteData note) =>
        Convert(note)
        ?? throw new NextcloudException(ErrorReader.Unexpected(request, "The answer holds a note without an ETag."));

    private static Note? Convert(NoteData note) =>
        ETag.TryParse(note.Etag, out var etag)
            ? new(
                note.Id,
                note.Title ?? "",
                note.Category ?? "",
                note.Content,
                note.Favorite,
                note.Readonly,
                DateTimeOffset.FromUnixTimeSeconds(note.Modified ?? 0),
                etag
            )
            : null;

    private static NoteMatch? Match(SearchEntry entry)
    {
        var last = entry.ResourceUrl?.Split('?')[0].Split('/')[^1];
        return long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new(id, entry.Title ?? "", entry.Subline ?? "")
            : null;
    }
}
