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

    /// <summary>The text, or null when the exception is none a model can act on.</summary>
    public static string? Read(Exception exception) =>
        exception switch
        {
            NextcloudException nextcloud => Text(nextcloud.Error),
            ToolException tool => tool.Message,
            JsonException json =>
                $"An argument is not valid: {json.Message}\nNext step: compare the arguments with the tool's input schema.",
            _ => null,
        };

    public static CallToolResult Result(string text) =>
        new() { IsError = true, Content = [new TextContentBlock { Text = text }] };

    private static string Text(NextcloudError error)
    {
        var text = new StringBuilder(error.Summary);
        if (error.Cause is { } cause)
            text.Append("\nCause: ").Append(cause);
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
