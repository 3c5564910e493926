using System.Security.Cryptography;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>The password of a public link: what is a good one, and its hash.</summary>
internal static class LinkPassword
{
    private const int MinLength = 10;
    private const int Rounds = 100_000;
    private const int Size = 16;

    private static readonly string[] Common =
    [
        "1234",
        "12345678",
        "1234567890",
        "password",
        "password123",
        "qwertyuiop",
    ];

    /// <summary>What is wrong with a password; none when it is good.</summary>
    public static string? Complaint(string password)
    {
        var complaints = new List<string>();
        if (Common.Contains(password, StringComparer.OrdinalIgnoreCase))
        {
            complaints.Add("Password is among the 1,000,000 most common ones. Please make it unique.");
        }

        if (password.Length < MinLength)
        {
            complaints.Add("Password needs to be at least 10 characters long.");
        }

        return complaints.Count == 0 ? null : string.Join(' ', complaints);
    }

    public static string Hash(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(Size);
        return $"3|{Convert.ToHexStringLower(salt)}${Convert.ToHexStringLower(Derive(password, salt))}";
    }

    public static bool IsRight(string password, string hash)
    {
        var parts = hash[2..].Split('$');
        return CryptographicOperations.FixedTimeEquals(
            Derive(password, Convert.FromHexString(parts[0])),
            Convert.FromHexString(parts[1])
        );
    }

    private static byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, Size);
}
