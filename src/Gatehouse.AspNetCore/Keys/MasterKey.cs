using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Gatehouse.AspNetCore.Keys;

/// <summary>The one key outside the store: seals the key ring. From the configuration, or a file made at the first start for the owner only.</summary>
internal sealed class MasterKey
{
    private const int Length = 32;
    private readonly byte[] key;

    public MasterKey(IOptions<GatehouseOptions> options) =>
        key = options.Value switch
        {
            { MasterKey: { } text } => Convert.FromBase64String(text),
            { MasterKeyFile: { } file } => ReadOrMake(file),
            // Without a place to keep it, everything sealed lives as long as this process: fitting for stores in memory.
            _ => RandomNumberGenerator.GetBytes(Length),
        };

    /// <summary>What is wrong with the configured key; null when nothing is.</summary>
    public static string? Problem(GatehouseOptions options)
    {
        Span<byte> bytes = stackalloc byte[Length + 1];
        return
            options.MasterKey is null
            || (Convert.TryFromBase64String(options.MasterKey, bytes, out var length) && length == Length)
            ? null
            : "MasterKey must be 32 random bytes in Base64, as `openssl rand -base64 32` makes them.";
    }

    public byte[] Seal(byte[] plain, string context) => Box.Seal(key, plain, context);

    /// <summary>Null when another master key sealed it.</summary>
    public byte[]? Open(byte[] box, string context) => Box.Open(key, box, context);

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            MakeFolder(Path.GetDirectoryName(Path.GetFullPath(file))!);

            // Whole or not at all: a power cut must not leave an empty key behind.
            var next = $"{file}.{Environment.ProcessId}";
            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Options = FileOptions.WriteThrough,
            };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var stream = new FileStream(next, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(Length));
                stream.Flush(flushToDisk: true);
            }

            MoveUnlessThere(next, file);
        }

        var bytes = File.ReadAllBytes(file);
        return bytes.Length == Length
            ? bytes
            : throw new InvalidOperationException(
                $"The master key file {file} must hold exactly {Length} bytes; restore it from a backup."
            );
    }

    // Another process may have been faster; its key is the one.
    private static void MoveUnlessThere(string next, string file)
    {
        try
        {
            File.Move(next, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(next);
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
