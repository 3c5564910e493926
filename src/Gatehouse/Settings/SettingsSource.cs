using System.Globalization;
using System.Reflection;

namespace Gatehouse.Settings;

/// <summary>
/// One place settings are written in, held to <see cref="ServerSettings"/> at every level. The binder drops what it cannot place without a word, and a rule
/// that is not read lets everybody in, or shows what it was to hide.
/// </summary>
/// <param name="written">The keys at the top.</param>
/// <param name="spell">How a path is written there.</param>
internal sealed class SettingsSource(IEnumerable<IConfigurationSection> written, Func<string, string> spell)
{
    /// <summary>What the variables of the environment begin with.</summary>
    public const string EnvironmentPrefix = "GATEHOUSE_";

    /// <summary>A file; an editor may find its schema in it.</summary>
    public static SettingsSource File(IConfiguration file) =>
        new(file.GetChildren().Where(key => key.Key != "$schema"), path => path);

    /// <summary>The environment, without what others put there.</summary>
    public static SettingsSource Variables(IConfiguration environment) =>
        new(environment.GetChildren().Where(key => !ForeignVariables.Has(key)), Variable);

    /// <summary>What is wrong with it.</summary>
    public IEnumerable<SettingsProblem> Problems() => OfKeys(written, "", typeof(ServerSettings));

    private static string Variable(string path) =>
        EnvironmentPrefix + path.Replace(":", "__", StringComparison.Ordinal);

    private IEnumerable<SettingsProblem> OfKeys(IEnumerable<IConfigurationSection> keys, string owner, Type settings)
    {
        var known = settings.GetProperties().ToDictionary(one => one.Name, StringComparer.OrdinalIgnoreCase);
        return keys.SelectMany(key =>
            known.TryGetValue(key.Key, out var property)
                ? Of(key, property.PropertyType)
                : [Unknown(key, owner, known.Values)]
        );
    }

    private IEnumerable<SettingsProblem> Of(IConfigurationSection section, Type type) =>
        SettingsValue.IsOne(type) ? OfValue(section, type)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IList<>)
            ? OfList(section, type.GenericTypeArguments[0])
        : type == typeof(IDictionary<string, string>) ? OfNames(section)
        : OfObject(section, type);

    private IEnumerable<SettingsProblem> OfValue(IConfigurationSection section, Type type) =>
        section.GetChildren().Any() ? [Problem(section, "it must be one value.")]
        : section.Value is { } text && SettingsValue.Problem(type, text) is { } problem ? [Problem(section, problem)]
        : [];

    private IEnumerable<SettingsProblem> OfList(IConfigurationSection list, Type entry) =>
        string.IsNullOrEmpty(list.Value)
            ? list.GetChildren().SelectMany(one => OfEntry(list, one, entry))
            : [Problem(list, ListForm(list, entry))];

    private IEnumerable<SettingsProblem> OfEntry(IConfigurationSection list, IConfigurationSection one, Type type)
    {
        if (!int.TryParse(one.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            var first = SettingsValue.IsOne(type) ? $"{list.Path}:0" : $"{list.Path}:0:{one.Key}";
            return [Problem(one, $"{list.Key} is a list whose entries are numbered: {spell(first)}.")];
        }

        return one.Value is null && !one.GetChildren().Any()
            ? [Problem(one, "it is empty. Write something there, or take it away.")]
            : Of(one, type);
    }

    private IEnumerable<SettingsProblem> OfNames(IConfigurationSection names) =>
        string.IsNullOrEmpty(names.Value)
            ? names.GetChildren().SelectMany(one => OfValue(one, typeof(string)))
            : [Problem(names, "it must be names with a text each, not one text.")];

    private IEnumerable<SettingsProblem> OfObject(IConfigurationSection section, Type type) =>
        string.IsNullOrEmpty(section.Value)
            ? OfKeys(section.GetChildren(), section.Path + ":", type)
            : [Problem(section, "it must have keys of its own, not a text.")];

    private SettingsProblem Unknown(IConfigurationSection key, string owner, IEnumerable<PropertyInfo> known)
    {
        var names = known.Select(one => one.Name).Order(StringComparer.Ordinal).ToList();
        return Problem(
            key,
            NearestName.To(key.Key, names) is { } near
                ? $"there is no such setting. Perhaps {spell(owner + near)} is meant."
                : $"there is no such setting. There are {string.Join(", ", names)}."
        );
    }

    private static string ListForm(IConfigurationSection list, Type entry) =>
        SettingsValue.IsOne(entry)
            ? $"it must be a list: [\"one\", \"two\"] in gatehouse.json, {Variable(list.Path)}__0=one in the environment."
            : $"it must be a list: [{{ … }}, {{ … }}] in gatehouse.json, {Variable(list.Path)}__0__{entry.GetProperties()[0].Name}=… in the environment.";

    private SettingsProblem Problem(IConfigurationSection section, string text) =>
        new(section.Path, $"{spell(section.Path)}: {text}");
}
