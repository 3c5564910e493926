namespace Gatehouse.Interop.Tests.Clients;

/// <summary>Where the real clients of npm are installed.</summary>
internal static class ClientFolder
{
    /// <summary>The folder of all clients.</summary>
    public static string All { get; } = Path.Combine(Root(), "tests", "Gatehouse.Interop.Tests", "clients");

    /// <summary>The folder of a client, such as <c>sdk-1.32.2</c>.</summary>
    public static string Of(string client)
    {
        var folder = Path.Combine(All, client);
        return Directory.Exists(Path.Combine(folder, "node_modules"))
            ? folder
            : throw new DirectoryNotFoundException($"The client {client} is not installed. Run eng/bring-tools.");
    }

    /// <summary>The folder of the checkout.</summary>
    public static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Gatehouse.slnx")))
            {
                return folder;
            }
        }

        throw new DirectoryNotFoundException("No folder above the test program has a Gatehouse.slnx.");
    }
}
