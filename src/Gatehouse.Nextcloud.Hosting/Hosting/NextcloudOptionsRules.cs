using Gatehouse.Nextcloud.Transport;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Hosting.Hosting;

/// <summary>Every rule of the options; all problems are reported, each with its key.</summary>
internal sealed class NextcloudOptionsRules : IValidateOptions<NextcloudOptions>
{
    public ValidateOptionsResult Validate(string? name, NextcloudOptions options)
    {
        List<string> problems = [];
        if (!CloudAddress.TryParse(options.Cloud, out _, out var error))
        {
            problems.Add($"Cloud: {error}");
        }
        else if (
            options.CloudInternalUrl is not null
            && !CloudAddress.TryParse(options.Cloud, options.CloudInternalUrl, out _, out error)
        )
        {
            problems.Add($"CloudInternalUrl: {error}");
        }

        if (options.CloudCa is { } file && !File.Exists(file))
        {
            problems.Add($"CloudCa: there is no file {file}.");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
