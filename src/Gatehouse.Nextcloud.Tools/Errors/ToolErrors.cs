using System.Text;
using System.Text.Json;
using Gatehouse.Nextcloud.Errors;
using Gatehouse.Nextcloud.Notes;
using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Errors;

/// <summary>Writes errors for a model: what happened, why, what to do next, and at a conflict what is there now.</summary>
internal static class ToolErrors
{
    private const int MaxCurrent = 4000;
    private const int MaxDone = 20;
    private const int MaxLine = 2000;

    /// <summary>The text, or null when the exception is none a model can act on.</summary>
    public static string? Read(Exception exception) =>
        exception switch
        {
            NextcloudException nextcloud => Text(nextcloud.Error),
            ToolException tool => string.Join('\n', tool.Message.Split('\n').Select(Short)),
            JsonException json =>
                $"An argument is not valid: {json.Message}\nNext step: compare the arguments with the tool's input schema.",
            _ => null,
        };

    /// <summary>What an error in the middle of a call adds, so that a second try does not do the first half again; empty at its beginning.</summary>
    public static string AfterWhat(IReadOnlyList<string> done) =>
        done.Count switch
        {
            0 => "",
            <= MaxDone => $"\nDone before it failed, do not repeat it: {string.Join("; ", done.Select(Short))}.",
            _ =>
                $"\nDone before it failed, do not repeat it: {string.Join("; ", done.Take(MaxDone).Select(Short))}; and {done.Count - MaxDone} more.",
        };

    public static CallToolResult Result(string text) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    private static string Text(NextcloudError error)
    {
        var text = new StringBuilder(Short(error.Summary));
        if (error.Cause is { } cause)
            text.Append("\nCause: ").Append(Short(cause));
        text.Append("\nNext step: ").Append(error.NextStep);
        if (error.RetryAfter is { TotalSeconds: > 0 } wait)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\nWait at least: {Math.Ceiling(wait.TotalSeconds)} seconds"
            );
        if (error.CurrentETag is { } etag)
            text.Append("\nCurrent etag: ").Append(etag);
        if (NotesClient.CurrentNote(error) is { } note)
            Append(text, note);
        return text.ToString();
    }

    /// <summary>An error names what was given, and that may be anything: both ends of it tell which one was meant.</summary>
    private static string Short(string line) =>
        line.Length <= MaxLine
            ? line
            : string.Concat(line.AsSpan(0, MaxLine / 2), " … ", line.AsSpan(line.Length - 500));

    private static void Append(StringBuilder text, Note note)
    {
        text.Append("\nCurrent title: ").Append(note.Title);
        text.Append("\nCurrent category: ").Append(note.Category.Length == 0 ? "(none)" : note.Category);
        text.Append("\nModified: ")
            .Append(note.Modified.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        if (note.Content is not { } content)
            return;

        var isCut = content.Length > MaxCurrent;
        text.Append(isCut ? "\nCurrent content (beginning; read the note for all of it):\n" : "\nCurrent content:\n");
        text.Append(isCut ? content.AsSpan(0, MaxCurrent) : content);
    }
}
