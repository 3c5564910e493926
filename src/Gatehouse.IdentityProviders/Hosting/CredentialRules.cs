using Gatehouse.IdentityProviders.Tokens;

namespace Gatehouse.IdentityProviders.Hosting;

/// <summary>What proves that this server is the client: one thing at most, and it can be read.</summary>
internal static class CredentialRules
{
    public static IEnumerable<string> Problems(IdentityProviderOptions options)
    {
        (string Key, string? Value)[] ways =
        [
            ("ClientSecret", options.ClientSecret),
            ("ClientSecretFile", options.ClientSecretFile),
            ("ClientKeyFile", options.ClientKeyFile),
            ("ClientCertificateFile", options.ClientCertificateFile),
        ];
        var given = ways.Where(way => !string.IsNullOrEmpty(way.Value)).ToList();
        if (given.Count > 1)
        {
            yield return $"{given[1].Key}: there is {given[0].Key} already; a client proves itself in one way.";
        }

        if (!string.IsNullOrEmpty(options.ClientKeyId) && string.IsNullOrEmpty(options.ClientKeyFile))
        {
            yield return "ClientKeyId belongs to ClientKeyFile, which is missing.";
        }

        foreach (var (key, file) in given.Where(way => way.Key != "ClientSecret"))
        {
            if (ProblemOf(key, file!) is { } problem)
            {
                yield return $"{key}: {problem}";
            }
        }
    }

    private static string? ProblemOf(string key, string file)
    {
        if (!File.Exists(file))
        {
            return $"there is no file {file}.";
        }

        try
        {
            _ = ClientCredential.Read(
                new IdentityProviderOptions
                {
                    ClientSecretFile = key == "ClientSecretFile" ? file : null,
                    ClientKeyFile = key == "ClientKeyFile" ? file : null,
                    ClientCertificateFile = key == "ClientCertificateFile" ? file : null,
                }
            );
            return null;
        }
        catch (FormatException problem)
        {
            return $"{file} is not usable: {problem.Message}.";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return $"{file} cannot be read by this server.";
        }
    }
}
