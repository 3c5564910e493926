using Gatehouse.Nextcloud.Tools.Apps;
using Microsoft.Extensions.Options;

namespace Gatehouse.Nextcloud.Tools.Hosting;

/// <summary>Finds what is wrong with the options before the server starts.</summary>
internal sealed class NextcloudToolsOptionsRules : IValidateOptions<NextcloudToolsOptions>
{
    public ValidateOptionsResult Validate(string? name, NextcloudToolsOptions options)
    {
        List<string> problems = [];
        var known = NextcloudApps.All.Select(app => app.Name).ToList();
        var unknown = options.Apps.Except(known, StringComparer.OrdinalIgnoreCase).ToList();
        if (unknown.Count > 0)
            problems.Add(
                $"Apps: there is no app '{string.Join("', '", unknown)}'. The apps are {string.Join(", ", known)}."
            );
        if (options.CallsPerMinute < 0)
            problems.Add("CallsPerMinute: it must be at least 1, or 0 for no limit.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
