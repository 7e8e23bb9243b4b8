<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" version="3.22.16-Białowieża" styleCategories="Symbology|Rendering" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option type="QString" name="name" value=""/>
      <Option name="properties"/>
      <Option type="QString" name="type" value="collection"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling zoomedInResamplingMethod="nearestNeighbour" zoomedOutResamplingMethod="nearestNeighbour" enabled="false" maxOversampling="2"/>
    </provider>
    <rasterrenderer type="singlebandpseudocolor" band="1" classificationMin="-100" classificationMax="100" alphaBand="-1" opacity="1" nodataColor="">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" minimumValue="-100" maximumValue="100" colorRampType="INTERPOLATED" classificationMode="1" labelPrecision="6">
          <item alpha="255" value="-100" color="#004acf" label="-100"/>
          <item alpha="255" value="-90" color="#0060c4" label="-90"/>
          <item alpha="255" value="-80" color="#2872c0" label="-80"/>
          <item alpha="255" value="-70" color="#4683bf" label="-70"/>
          <item alpha="255" value="-60" color="#6192c0" label="-60"/>
          <item alpha="255" value="-50" color="#7aa2c5" label="-50"/>
          <item alpha="255" value="-40" color="#93b2cb" label="-40"/>
          <item alpha="255" value="-30" color="#abc2d3" label="-30"/>
          <item alpha="255" value="-20" color="#c5d3dd" label="-20"/>
          <item alpha="255" value="-10" color="#dee5ea" label="-10"/>
          <item alpha="255" value="0" color="#f8f8f8" label="0"/>
          <item alpha="255" value="10" color="#eae2dd" label="10"/>
          <item alpha="255" value="20" color="#e1cbc0" label="20"/>
          <item alpha="255" value="30" color="#d9b4a4" label="30"/>
          <item alpha="255" value="40" color="#d19e89" label="40"/>
          <item alpha="255" value="50" color="#ca8870" label="50"/>
          <item alpha="255" value="60" color="#c37257" label="60"/>
          <item alpha="255" value="70" color="#bb5b41" label="70"/>
          <item alpha="255" value="80" color="#b1432c" label="80"/>
          <item alpha="255" value="90" color="#a62819" label="90"/>
          <item alpha="255" value="100" color="#9a0008" label="100"/>
          <rampLegendSettings suffix=" 10⁻⁹/yr" prefix="" useContinuousLegend="1" minimumLabel="" orientation="2" maximumLabel="" direction="0">
            <numericFormat id="basic">
              <Option type="Map">
                <Option type="QChar" name="decimal_separator" value=""/>
                <Option type="int" name="decimals" value="0"/>
                <Option type="int" name="rounding_type" value="0"/>
                <Option type="bool" name="show_plus" value="false"/>
                <Option type="bool" name="show_thousand_separator" value="true"/>
                <Option type="bool" name="show_trailing_zeros" value="false"/>
                <Option type="QChar" name="thousand_separator" value=""/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" colorizeGreen="128" colorizeBlue="128" colorizeStrength="100" colorizeRed="255" invertColors="0" grayscaleMode="0" colorizeOn="0"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
