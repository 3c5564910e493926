using Gatehouse.Settings;

namespace Gatehouse.Serving;

/// <summary>What the terminal shows when the server listens: the address to give to a client, and how.</summary>
internal static class Banner
{
    private const int Shown = 4;

    public static void Write(TextWriter output, ServerSettings settings, IReadOnlyList<string> people)
    {
        var url = settings.PublicUrl + "/mcp";
        output.WriteLine();
        output.WriteLine($"  Gatehouse {ServerVersion.Text} serves {settings.Cloud}");
        output.WriteLine();
        output.WriteLine($"  MCP endpoint   {url}");
        output.WriteLine($"  In a browser   {settings.PublicUrl}/  (how to connect each client)");
        output.WriteLine($"  Data           {Path.GetFullPath(settings.Data)}");
        foreach (var provider in settings.IdentityProviders)
        {
            // Registered there character for character, or nobody comes back.
            output.WriteLine(
                $"  Redirect URI   {settings.PublicUrl}{IdentityProviderExtensions.CallbackPath(provider)}"
            );
        }

        if (people.Count > 0)
        {
            output.WriteLine($"  People         {string.Join(", ", people)}");
        }

        output.WriteLine();
        foreach (var command in ConnectCommand.For(url).Take(Shown))
        {
            output.WriteLine($"  {command.Client, -14} {command.Text}");
        }

        output.WriteLine();
        output.WriteLine("  Ctrl+C stops it.");
        output.WriteLine();
        output.Flush();
    }
}
